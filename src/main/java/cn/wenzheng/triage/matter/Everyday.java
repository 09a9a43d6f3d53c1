package cn.wenzheng.triage.matter;

import cn.wenzheng.triage.text.Samples;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people write every day: the product's own samples, and beside them what a city's people have written. */
final class Everyday {

    private static final List<String> SAMPLES = Samples.all().stream()
            .map(sample -> plain(sample.words().title(), sample.words().text()))
            .toList();

    private Everyday() {}

    /** How common pairs of signs are in the samples and these texts together. */
    static Commonness with(List<String> plainTexts) {
        List<String> all = new ArrayList<>(SAMPLES);
        all.addAll(plainTexts);
        return Commonness.of(all);
    }

    static String plain(@Nullable String title, String text) {
        return PlainWords.of(title == null ? text : title + " " + text);
    }
}
