-- The triggers that keep the spatial index of `control` in step with it: GeoPackage 1.2, annex F.3. Programs that edit the layer
-- bring the ST_ functions.
CREATE TRIGGER rtree_control_geom_insert AFTER INSERT ON control
    WHEN (new.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
    INSERT OR REPLACE INTO rtree_control_geom VALUES
        (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_control_geom_update1 AFTER UPDATE OF geom ON control
    WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
    INSERT OR REPLACE INTO rtree_control_geom VALUES
        (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_control_geom_update2 AFTER UPDATE OF geom ON control
    WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
    DELETE FROM rtree_control_geom WHERE id = OLD.fid;
END;
CREATE TRIGGER rtree_control_geom_update3 AFTER UPDATE ON control
    WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
    DELETE FROM rtree_control_geom WHERE id = OLD.fid;
    INSERT OR REPLACE INTO rtree_control_geom VALUES
        (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_control_geom_update4 AFTER UPDATE ON control
    WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
    DELETE FROM rtree_control_geom WHERE id IN (OLD.fid, NEW.fid);
END;
CREATE TRIGGER rtree_control_geom_delete AFTER DELETE ON control WHEN old.geom NOT NULL
BEGIN
    DELETE FROM rtree_control_geom WHERE id = OLD.fid;
END;
