package cn.wenzheng.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.access.Phrase;
import cn.wenzheng.access.StartBlock;
import cn.wenzheng.access.StartBlock.Figure;
import cn.wenzheng.access.StartBlock.Item;
import cn.wenzheng.access.StartBlock.Tone;
import cn.wenzheng.access.StartBlock.Total;
import cn.wenzheng.access.StartBlocks.Offer;
import cn.wenzheng.access.Window;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartViewTest {

    private static final Window GLANCE = new Window(0, 7);

    private final List<String> read = new ArrayList<>();

    @Test
    void showsAtMostFiveBlocksAndReadsNoOther() {
        StartView view = view(cheap("a"), cheap("b"), cheap("c"), cheap("d"), cheap("e"), cheap("f"));

        assertThat(keys(view)).containsExactly("a", "b", "c", "d", "e");
        assertThat(read).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void leavesOutWhatWouldCostMoreStatementsThanThePageHas() {
        StartView view = view(offer("a", 3, block(1)), offer("b", 3, block(1)), cheap("c"), cheap("d"), cheap("e"));

        assertThat(keys(view)).containsExactly("a", "c", "d");
        assertThat(read).doesNotContain("b", "e");
    }

    @Test
    void doesNotReadListsThatAreNoBlocks() {
        StartView view = view(Offer.list("list", window -> reading("list", block(1))), cheap("a"));

        assertThat(keys(view)).containsExactly("a");
        assertThat(read).containsExactly("a");
    }

    @Test
    void asksFirstForWhatTheFirstBlockWithWorkAsksFor() {
        StartBlock news = StartBlock.news(List.of(item("news")), new Total(1, "/news"));
        StartView view = view(offer("empty", 1, block(0)), offer("news", 1, news), cheap("work"));

        assertThat(view.next()).isEqualTo(item("work 1"));
    }

    @Test
    void asksForNothingWhenNothingWaits() {
        StartView view = view(offer("empty", 1, block(0)));

        assertThat(view.next()).isNull();
        assertThat(view.figures()).isEmpty();
    }

    @Test
    void countsOnlyWhatIsThere() {
        StartBlock late = StartBlock.work(
                List.of(item("work 1")),
                new Total(1, "/work/late"),
                new Figure("waiting", 1, "/work/late", Tone.OPEN),
                new Figure("late", 0, "/work/late", Tone.LATE));

        assertThat(view(offer("late", 1, late)).figures())
                .extracting(Figure::key)
                .containsExactly("waiting");
    }

    private StartView view(Offer... offers) {
        return StartView.of(List.of(offers), GLANCE);
    }

    private static List<String> keys(StartView view) {
        return view.blocks().stream().map(StartView.Shown::key).toList();
    }

    private Offer cheap(String key) {
        return offer(key, 1, block(1));
    }

    private Offer offer(String key, int statements, StartBlock block) {
        return new Offer(key, 10, statements, window -> reading(key, block));
    }

    private StartBlock reading(String key, StartBlock block) {
        read.add(key);
        return block;
    }

    private static StartBlock block(int items) {
        return StartBlock.work(items == 0 ? List.of() : List.of(item("work " + items)), new Total(items, "/work/all"));
    }

    private static Item item(String words) {
        return Item.due(Phrase.verbatim(words), "/petitions", null);
    }
}
