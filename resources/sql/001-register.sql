-- The first schema is written with the store.
SELECT 1;
