-- How many have said to have read a post. The person is hashed together with the post: enough to count nobody twice.
CREATE TABLE agenda_read (
  tenant TEXT NOT NULL,
  post TEXT NOT NULL,
  reader TEXT NOT NULL,
  PRIMARY KEY (tenant, post, reader)
) STRICT, WITHOUT ROWID;
