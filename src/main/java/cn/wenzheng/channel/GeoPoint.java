package cn.wenzheng.channel;

/** A place with the coordinate system it was told in. */
public record GeoPoint(double latitude, double longitude, Crs crs) {

    /** Platforms of the country shift what they show; the rest of the world does not. */
    public enum Crs {
        WGS84,
        GCJ02
    }
}
