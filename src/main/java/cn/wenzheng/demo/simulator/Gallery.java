package cn.wenzheng.demo.simulator;

import cn.wenzheng.organization.Refusal;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The small pictures and recordings that go with what citizens say; drawn here, of nobody and no place. */
@Simulated("simulatedGallery")
class Gallery {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;

    private final JdbcClient jdbc;

    Gallery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One piece with the time it came to the platform. */
    record Piece(String type, byte[] bytes, Instant madeAt) {}

    /** Makes what was asked for and says by which id it can be had. */
    long make(String media, long seed, Instant at) {
        Piece piece = switch (media) {
            case "picture" -> new Piece("image/png", drawn(seed), at);
            case "voice" -> new Piece("audio/amr", recorded("#!AMR\n", seed), at);
            case "video" -> new Piece("video/mp4", recorded("\0\0\0\u0018ftypmp42", seed), at);
            default -> throw Refusal.invalid("media", "unknown-media");
        };
        return jdbc.sql("INSERT INTO simulated_media (type, bytes, made_at) VALUES (?, ?, ?) RETURNING id")
                .params(piece.type(), piece.bytes(), Posts.utc(at))
                .query(Long.class)
                .single();
    }

    Optional<Piece> find(long id) {
        return jdbc.sql("SELECT type, bytes, made_at FROM simulated_media WHERE id = ?")
                .param(id)
                .query((row, number) -> new Piece(
                        String.valueOf(row.getString("type")),
                        row.getBytes("bytes"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** A street by night with a lamp that is lit or not: something to look at, and no two alike. */
    static byte[] drawn(long seed) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        int shade = (int) Math.floorMod(seed, 97L);
        pen.setColor(new Color(20 + shade, 40 + shade, 70 + shade));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(90, 90, 90));
        pen.fillRect(0, HEIGHT * 3 / 4, WIDTH, HEIGHT / 4);
        int lamp = 40 + (int) Math.floorMod(seed * 31, WIDTH - 80L);
        pen.fillRect(lamp, 60, 6, 120);
        pen.setColor(seed % 2 == 0 ? new Color(250, 220, 120) : new Color(60, 60, 60));
        pen.fillOval(lamp - 12, 44, 30, 22);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }

    private static byte[] recorded(String head, long seed) {
        return (head + "synthetic " + seed).getBytes(StandardCharsets.ISO_8859_1);
    }
}
