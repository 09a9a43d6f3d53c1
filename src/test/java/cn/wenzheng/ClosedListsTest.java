package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.access.api.HouseLists;
import cn.wenzheng.access.api.HouseLists.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The closed lists stand in one place, the code, and are told in {@code docs/closed-lists.md}.
 *
 * <p>When one has changed, the right text lies in {@code target/closed-lists.md}: copy it over the document.
 */
class ClosedListsTest {

    private static final Path DOCUMENT = Path.of("docs", "closed-lists.md");
    private static final Path RIGHT = Path.of("target", "closed-lists.md");

    private static final String HEAD = """
            # 封闭列表 · Closed lists

            表单、接口和留痕里的选项都出自这些列表：代码不变，中英文是给人看的。其他系统可以用 `GET /api/lists` 取得同样的内容。
            Every choice in forms, in the API and in the journal comes from these lists: codes stay, words are for readers. Other systems get the same from
            `GET /api/lists`. The lists are enumerations in the code; a test keeps this page equal to them.
            """;

    private final HouseLists lists = new HouseLists();

    @Test
    void theDocumentTellsThemAll() throws IOException {
        String right = document(lists.all());
        Files.createDirectories(RIGHT.getParent());
        Files.writeString(RIGHT, right);

        assertThat(Files.readString(DOCUMENT))
                .as("copy " + RIGHT + " over " + DOCUMENT)
                .isEqualTo(right);
    }

    @Test
    void allAreFoundWhereverTheyStand() {
        assertThat(lists.all())
                .containsKeys(
                        "petition-kind",
                        "urgency",
                        "petition-status",
                        "refusal-reason",
                        "return-ground",
                        "channel",
                        "role",
                        "stage",
                        "slip-state",
                        "import-mode",
                        "export-format",
                        "journal-kind");
    }

    @Test
    void everyValueHasACodeAndWordsOfItsOwn() {
        assertThat(lists.all())
                .allSatisfy((name, items) ->
                        assertThat(twiceOrBlank(items)).as(name).isEmpty());
    }

    @Test
    void aValueLikeAnotherIsFound() {
        List<Item> wrong = List.of(new Item("a", "一", "One"), new Item("b", "一", "Two"), new Item("c", "三", " "));

        assertThat(twiceOrBlank(wrong)).containsExactlyInAnyOrder("一", " ");
    }

    private static Set<String> twiceOrBlank(List<Item> items) {
        return Stream.<Function<Item, String>>of(Item::code, Item::zh, Item::en)
                .flatMap(part ->
                        items.stream().collect(Collectors.groupingBy(part, Collectors.counting())).entrySet().stream())
                .filter(part -> part.getValue() > 1 || part.getKey().isBlank())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String document(Map<String, List<Item>> lists) {
        StringBuilder text = new StringBuilder(HEAD);
        lists.forEach((name, items) -> {
            text.append("\n## ").append(name).append("\n\n| code | 中文 | English |\n|---|---|---|\n");
            items.forEach(item -> text.append("| `%s` | %s | %s |\n".formatted(item.code(), item.zh(), item.en())));
        });
        return text.toString();
    }
}
