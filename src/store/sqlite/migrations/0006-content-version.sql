-- A number that grows whenever a file is taken in, moved, fails or is forgotten, in whatever process: what was read at one
-- number holds as long as it stands. (No OR IGNORE: the conflict clause of the statement that fires a trigger overrides it.)
CREATE TABLE content_version (
  tenant TEXT PRIMARY KEY,
  version INTEGER NOT NULL
) STRICT;

CREATE TRIGGER content_grew AFTER INSERT ON location BEGIN
  INSERT INTO content_version (tenant, version) SELECT NEW.tenant, 0
    WHERE NOT EXISTS (SELECT 1 FROM content_version WHERE tenant = NEW.tenant);
  UPDATE content_version SET version = version + 1 WHERE tenant = NEW.tenant;
END;

CREATE TRIGGER content_changed AFTER UPDATE ON location BEGIN
  INSERT INTO content_version (tenant, version) SELECT NEW.tenant, 0
    WHERE NOT EXISTS (SELECT 1 FROM content_version WHERE tenant = NEW.tenant);
  UPDATE content_version SET version = version + 1 WHERE tenant = NEW.tenant;
END;

CREATE TRIGGER content_shrank AFTER DELETE ON location BEGIN
  INSERT INTO content_version (tenant, version) SELECT OLD.tenant, 0
    WHERE NOT EXISTS (SELECT 1 FROM content_version WHERE tenant = OLD.tenant);
  UPDATE content_version SET version = version + 1 WHERE tenant = OLD.tenant;
END;
