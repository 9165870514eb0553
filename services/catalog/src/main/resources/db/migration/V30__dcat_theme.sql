-- The theme of the European data-theme table under which a category is shown outside. A category
-- without one takes that of the category above it.
CREATE TABLE category_theme (
    category_code text PRIMARY KEY REFERENCES category ON DELETE CASCADE,
    theme         text NOT NULL CHECK (theme IN (
        'AGRI', 'ECON', 'EDUC', 'ENER', 'ENVI', 'GOVE', 'HEAL', 'INTR', 'JUST', 'OP_DATPRO',
        'REGI', 'SOCI', 'TECH', 'TRAN'))
);
INSERT INTO category_theme (category_code, theme) VALUES
    ('010000', 'GOVE'),
    ('020000', 'GOVE'),
    ('030000', 'GOVE'),
    ('010100', 'SOCI'),
    ('010200', 'ECON'),
    ('010300', 'ENVI'),
    ('010400', 'ECON'),
    ('010500', 'GOVE'),
    ('020100', 'REGI'),
    ('020200', 'EDUC'),
    ('020300', 'SOCI'),
    ('020400', 'JUST');

-- The public catalogue is read in the order of the series.
CREATE INDEX ON information_resource (series_id)
    WHERE state = 'PUBLISHED' AND open_type = 'OPEN';
