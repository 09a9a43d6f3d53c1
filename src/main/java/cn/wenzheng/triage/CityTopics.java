package cn.wenzheng.triage;

import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.triage.text.TopicModel;
import cn.wenzheng.triage.text.Words;
import java.util.Optional;
import java.util.Set;

/** The city's category tree, as whoever has a label needs it. */
record CityTopics(OrganizationDesk organization) {

    /**
     * The leaf a label means: the leaf itself, or the likeliest one below a topic that a file was labelled with.
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
        Set<String> below = Set.copyOf(organization.categoriesWithin(topic.get().code()));
        return leaves.rank(words).stream()
                .filter(guess -> below.contains(guess.label()))
                .findFirst()
                .flatMap(guess -> organization.category(guess.label()))
                .filter(Category::leaf);
    }
}
