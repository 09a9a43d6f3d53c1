package cn.wenzheng.petition.attachment;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * How the camera was held. The note about it goes with all others, so the picture itself is turned.
 *
 * @param code 1 to 8, as EXIF counts: from 5 on, width and height change places
 */
record Orientation(int code) {

    static final Orientation UPRIGHT = new Orientation(1);

    private static final int FIRST_ON_ITS_SIDE = 5;
    private static final int LAST = 8;

    /** Upright when nothing readable is said about it. */
    static Orientation of(Path jpeg) throws IOException {
        try {
            Metadata metadata = JpegMetadataReader.readMetadata(jpeg.toFile(), Set.of(new ExifReader()));
            ExifIFD0Directory camera = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer code = camera == null ? null : camera.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return code == null || code < 1 || code > LAST ? UPRIGHT : new Orientation(code);
        } catch (ImageProcessingException unreadable) {
            return UPRIGHT;
        }
    }

    int width(BufferedImage picture) {
        return code < FIRST_ON_ITS_SIDE ? picture.getWidth() : picture.getHeight();
    }

    int height(BufferedImage picture) {
        return code < FIRST_ON_ITS_SIDE ? picture.getHeight() : picture.getWidth();
    }

    AffineTransform turn(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        return switch (code) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
