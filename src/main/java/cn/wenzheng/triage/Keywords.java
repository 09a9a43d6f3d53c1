package cn.wenzheng.triage;

import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.OrganizationDesk;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keywords of the category tree as it stands, for topics that no model has learnt yet. */
final class Keywords {

    private final OrganizationDesk organization;
    private volatile Compiled compiled = Compiled.from(List.of());

    /** The rules of one reading of the category tree. */
    private record Compiled(Collection<Category> tree, KeywordRules rules) {

        static Compiled from(Collection<Category> tree) {
            return new Compiled(tree, new KeywordRules(tree));
        }
    }

    Keywords(OrganizationDesk organization) {
        this.organization = organization;
    }

    /** Compiled anew only when the organization has read its tree anew, which it does every few seconds at most. */
    Optional<String> propose(@Nullable String title, String text) {
        Collection<Category> tree = organization.categories();
        Compiled current = compiled;
        if (current.tree() != tree) {
            current = Compiled.from(tree);
            compiled = current;
        }
        return current.rules().propose(title, text);
    }
}
