package cn.wenzheng.channel.inbox;

import cn.wenzheng.channel.GeoPoint;
import cn.wenzheng.channel.GeoPoint.Crs;

/**
 * Brings a point that a platform of the country has shifted (GCJ-02) back to where the rest of the world sees it, to about a
 * metre. Outside the country nothing is shifted.
 */
final class Gcj02 {

    private static final double AXIS = 6378245.0;
    private static final double ECCENTRICITY = 0.00669342162296594323;
    private static final int ROUNDS = 3;

    private Gcj02() {}

    static GeoPoint toWorld(GeoPoint point) {
        if (point.crs() == Crs.WGS84 || isAbroad(point.latitude(), point.longitude())) {
            return new GeoPoint(point.latitude(), point.longitude(), Crs.WGS84);
        }
        double latitude = point.latitude();
        double longitude = point.longitude();
        for (int round = 0; round < ROUNDS; round++) {
            double[] shift = shift(latitude, longitude);
            latitude = point.latitude() - shift[0];
            longitude = point.longitude() - shift[1];
        }
        return new GeoPoint(latitude, longitude, Crs.WGS84);
    }

    private static boolean isAbroad(double latitude, double longitude) {
        return longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271;
    }

    /** How far the platform moves a true point, in degrees north and east. */
    static double[] shift(double latitude, double longitude) {
        double x = longitude - 105;
        double y = latitude - 35;
        double waves = (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2 / 3;
        double north = -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + waves
                + (20 * Math.sin(y * Math.PI) + 40 * Math.sin(y / 3 * Math.PI)) * 2 / 3
                + (160 * Math.sin(y / 12 * Math.PI) + 320 * Math.sin(y * Math.PI / 30)) * 2 / 3;
        double east = 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + waves
                + (20 * Math.sin(x * Math.PI) + 40 * Math.sin(x / 3 * Math.PI)) * 2 / 3
                + (150 * Math.sin(x / 12 * Math.PI) + 300 * Math.sin(x / 30 * Math.PI)) * 2 / 3;
        double radians = Math.toRadians(latitude);
        double flat = 1 - ECCENTRICITY * Math.sin(radians) * Math.sin(radians);
        return new double[] {
            Math.toDegrees(north / (AXIS * (1 - ECCENTRICITY) / (flat * Math.sqrt(flat)))),
            Math.toDegrees(east / (AXIS / Math.sqrt(flat) * Math.cos(radians)))
        };
    }
}
