package cn.wenzheng.petition.attachment;

import cn.wenzheng.organization.Refusal;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;

/**
 * A picture drawn anew. Its size is judged from its header before a point of it is decoded; decoding leaves points out, so
 * that no more than the kept size ever stands in memory.
 */
final class Picture {

    /** The most points of a side and of a picture that is read at all. */
    private static final int MOST_SIDE = 12_000;

    private static final long MOST_POINTS = 50_000_000;

    /** The longer side of what is kept: a page of print. */
    private static final int KEPT_SIDE = 2_560;

    private static final float QUALITY = 0.85f;

    private Picture() {}

    static void redraw(Path original, AttachmentType type, Path kept, String field) {
        try {
            if (type == AttachmentType.JPEG) {
                Scans.check(original, field);
            }
            BufferedImage decoded = decode(original, type, field);
            Orientation turned = type == AttachmentType.JPEG ? Orientation.of(original) : Orientation.UPRIGHT;
            write(draw(decoded, turned, type), type, kept);
        } catch (IOException | RuntimeException broken) {
            throw broken instanceof Refusal refusal ? refusal : Refusal.invalid(field, "attachment-unreadable");
        }
    }

    private static BufferedImage decode(Path original, AttachmentType type, String field) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByMIMEType(type.code()).next();
        try (FileImageInputStream in = new FileImageInputStream(original.toFile())) {
            reader.setInput(in, true, true);
            int longer = checkedSide(reader, field);
            ImageReadParam param = reader.getDefaultReadParam();
            int step = (longer + KEPT_SIDE - 1) / KEPT_SIDE;
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    private static int checkedSide(ImageReader reader, String field) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        int longer = Math.max(width, height);
        if (longer > MOST_SIDE || (long) width * height > MOST_POINTS) {
            throw Refusal.invalid(field, "attachment-dimensions", width, height, MOST_SIDE);
        }
        return longer;
    }

    /** A JPEG knows no transparency: what shines through is white. */
    private static BufferedImage draw(BufferedImage decoded, Orientation turned, AttachmentType type) {
        boolean seeThrough =
                type == AttachmentType.PNG && decoded.getColorModel().hasAlpha();
        BufferedImage drawn = new BufferedImage(
                turned.width(decoded),
                turned.height(decoded),
                seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        if (!seeThrough) {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        }
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.drawImage(decoded, turned.turn(decoded), null);
        pen.dispose();
        return drawn;
    }

    private static void write(BufferedImage drawn, AttachmentType type, Path kept) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByMIMEType(type.code()).next();
        try (FileImageOutputStream out = new FileImageOutputStream(kept.toFile())) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (type == AttachmentType.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(drawn, null, null), param);
        } finally {
            writer.dispose();
        }
    }
}
