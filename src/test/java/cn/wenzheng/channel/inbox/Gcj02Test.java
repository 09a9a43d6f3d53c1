package cn.wenzheng.channel.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.wenzheng.channel.GeoPoint;
import cn.wenzheng.channel.GeoPoint.Crs;
import org.junit.jupiter.api.Test;

/** A shifted point comes back to where it was, to about a metre. */
class Gcj02Test {

    private static final double METRE = 0.00001;

    @Test
    void aPointOfTheCityComesBack() {
        double[] shift = Gcj02.shift(38.4872, 106.2309);
        GeoPoint shown = new GeoPoint(38.4872 + shift[0], 106.2309 + shift[1], Crs.GCJ02);
        assertThat(Math.abs(shift[0]) + Math.abs(shift[1]))
                .as("hundreds of metres")
                .isBetween(0.001, 0.02);
        GeoPoint back = Gcj02.toWorld(shown);
        assertThat(back.latitude()).isCloseTo(38.4872, within(METRE));
        assertThat(back.longitude()).isCloseTo(106.2309, within(METRE));
        assertThat(back.crs()).isEqualTo(Crs.WGS84);
    }

    @Test
    void whatIsTrueAlreadyAndWhatIsAbroadStays() {
        assertThat(Gcj02.toWorld(new GeoPoint(38.4872, 106.2309, Crs.WGS84)).latitude())
                .isEqualTo(38.4872);
        assertThat(Gcj02.toWorld(new GeoPoint(48.85, 2.35, Crs.GCJ02)).longitude())
                .isEqualTo(2.35);
    }
}
