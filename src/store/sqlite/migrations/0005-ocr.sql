-- 1 for a passage recognised from a picture: its numbers are not stated without saying so.
ALTER TABLE passage ADD COLUMN is_ocr INTEGER NOT NULL DEFAULT 0;
