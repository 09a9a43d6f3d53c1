package cn.wenzheng.triage;

import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.triage.text.TopicGuess;
import cn.wenzheng.triage.text.TopicModel;
import cn.wenzheng.triage.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The city's category tree, as whoever has a label needs it. */
record CityTopics(OrganizationDesk organization) {

    /**
     * The leaf a label means: the leaf itself, or the likeliest one below a topic that a file was labelled with; where the
     * city has grown a tree of its own below it, the first one.
     *
     * @param label a code or a name of the tree; of another label nothing is known
     * @param leaves tells leaves
     */
    Optional<Category> leaf(String label, Words words, TopicModel leaves) {
        Optional<Category> topic = organization.categories().stream()
                .filter(known -> known.code().equals(label) || known.name().equals(label))
                .findFirst();
        if (topic.isEmpty() || topic.get().leaf()) {
            return topic;
        }
        List<Category> below = organization.categoriesWithin(topic.get().code()).stream()
                .flatMap(code -> organization.category(code).stream())
                .filter(Category::leaf)
                .toList();
        Set<String> codes = below.stream().map(Category::code).collect(Collectors.toSet());
        return leaves.rank(words).stream()
                .map(TopicGuess::label)
                .filter(codes::contains)
                .findFirst()
                .flatMap(organization::category)
                .or(() -> below.stream().findFirst());
    }
}
