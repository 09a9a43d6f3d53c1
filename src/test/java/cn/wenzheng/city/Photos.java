package cn.wenzheng.city;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Pictures as cameras make them, and as those who mean harm do. */
public final class Photos {

    /** What stands in the notes of {@link #withPlace()} and must not get through. */
    public static final String SECRET = "GPS-38.4872N-106.2309E";

    /** What hangs behind the picture of {@link #withPlace()}. */
    public static final String SCRIPT = "<html><script>alert(1)</script></html>";

    private Photos() {}

    /** A red field, blue at its upper left. */
    public static byte[] jpeg(int width, int height) {
        return written(width, height, "jpeg");
    }

    public static byte[] png(int width, int height) {
        return written(width, height, "png");
    }

    private static byte[] written(int width, int height, String format) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(0, 0, width / 2, height / 2);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** Taken on its side, with the place in its notes, and a page hanging behind it. */
    public static byte[] withPlace() {
        byte[] plain = jpeg(40, 20);
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        photo.write(plain, 0, 2);
        photo.writeBytes(exif());
        photo.writeBytes(segment(0xFE, SECRET.getBytes(StandardCharsets.US_ASCII)));
        photo.write(plain, 2, plain.length - 2);
        photo.writeBytes(SCRIPT.getBytes(StandardCharsets.US_ASCII));
        return photo.toByteArray();
    }

    /** Orientation 6, a description, and a directory of GPS. */
    private static byte[] exif() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBytes("Exif\0\0MM\0*");
            out.writeInt(8);
            out.writeShort(3);
            int text = 8 + 2 + 3 * 12 + 4;
            entry(out, 0x010E, 2, SECRET.length() + 1, text);
            entry(out, 0x0112, 3, 1, 6 << 16);
            entry(out, 0x8825, 4, 1, text + SECRET.length() + 1);
            out.writeInt(0);
            out.writeBytes(SECRET + "\0");
            out.writeShort(1);
            entry(out, 1, 2, 2, 'N' << 24);
            out.writeInt(0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return segment(0xE1, bytes.toByteArray());
    }

    private static void entry(DataOutputStream out, int tag, int type, int count, int value) throws IOException {
        out.writeShort(tag);
        out.writeShort(type);
        out.writeInt(count);
        out.writeInt(value);
    }

    private static byte[] segment(int marker, byte[] content) {
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        int length = content.length + 2;
        segment.write(0xFF);
        segment.write(marker);
        segment.write(length >> 8);
        segment.write(length);
        segment.writeBytes(content);
        return segment.toByteArray();
    }

    /** Goes over its picture as often as asked; every go costs the decoder the whole picture. */
    public static byte[] withScans(int scans) {
        byte[] plain = jpeg(8, 8);
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        photo.write(plain, 0, plain.length - 2);
        for (int scan = 0; scan < scans; scan++) {
            photo.writeBytes(segment(0xDA, new byte[] {1, 1, 0, 0, 63, 0}));
        }
        photo.write(0xFF);
        photo.write(0xD9);
        return photo.toByteArray();
    }

    /** A PNG of some kilobytes that says it is so large, all of it black. */
    public static byte[] bomb(int side) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream fields = new DataOutputStream(header);
            fields.writeInt(side);
            fields.writeInt(side);
            // One bit a point, grey, nothing special.
            fields.write(new byte[] {1, 0, 0, 0, 0});
            chunk(out, "IHDR", header.toByteArray());
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
                byte[] row = new byte[1 + (side + 7) / 8];
                for (int y = 0; y < side / 10; y++) {
                    deflater.write(row);
                }
            }
            chunk(out, "IDAT", packed.toByteArray());
            chunk(out, "IEND", new byte[0]);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String name, byte[] content) throws IOException {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(type);
        sum.update(content);
        out.writeInt(content.length);
        out.write(type);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }
}
