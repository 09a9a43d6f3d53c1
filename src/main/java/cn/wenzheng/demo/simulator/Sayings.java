package cn.wenzheng.demo.simulator;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.springframework.core.io.ClassPathResource;

/** What synthetic citizens say, and on which platform. */
final class Sayings {

    /** Steps through the texts so that neighbours in the file are not neighbours in time; prime to their number. */
    private static final int STEP = 61;

    /** Of twenty citizens, as many as speak on each platform; most are on Weibo. */
    private static final List<Platform> OF_TWENTY = List.of(
            Platform.WEIBO,
            Platform.WEIBO,
            Platform.WECHAT,
            Platform.WEIBO,
            Platform.WEIBO,
            Platform.EMAIL,
            Platform.WEIBO,
            Platform.WEIBO,
            Platform.WEIBO,
            Platform.ALIPAY,
            Platform.WEIBO,
            Platform.WEIBO,
            Platform.WECHAT,
            Platform.WEIBO,
            Platform.OPEN311,
            Platform.WEIBO,
            Platform.WEIBO,
            Platform.WEBHOOK,
            Platform.WEIBO,
            Platform.WEIBO);

    private final List<String> texts = read();

    private static List<String> read() {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader file = new InputStreamReader(
                        new ClassPathResource("demo/sayings.csv").getInputStream(), StandardCharsets.UTF_8);
                CSVParser rows = format.parse(file)) {
            return rows.stream().map(row -> row.get("text")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<String> texts() {
        return texts;
    }

    /** The words of the citizen of this number; all are said before one is said again. */
    String text(long number) {
        return texts.get((int) Math.floorMod(number * STEP, texts.size()));
    }

    static Platform platform(long number) {
        return OF_TWENTY.get((int) Math.floorMod(number, OF_TWENTY.size()));
    }
}
