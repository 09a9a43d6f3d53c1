package cn.wenzheng.triage.answer;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.triage.AnswerTemplate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where prepared answers are kept by administrators and the publicity department, and read by the centre. */
@Component
class AnswerDesk {

    private final AnswerRows rows;
    private final AnswerShelf shelf;
    private final OrganizationDesk organization;
    private final Journal journal;
    private final Clock clock;

    AnswerDesk(AnswerRows rows, AnswerShelf shelf, OrganizationDesk organization, Journal journal, Clock clock) {
        this.rows = rows;
        this.shelf = shelf;
        this.organization = organization;
        this.journal = journal;
        this.clock = clock;
    }

    /** Who may change answers. */
    static void requireKeeper(Actor actor) {
        if (!actor.hasAny(Role.ADMIN, Role.PUBLICITY)) {
            throw Refusal.forbidden("role-never-may");
        }
    }

    /** Who may read them: whoever answers citizens or looks at how that is done. */
    static void requireReader(Actor actor) {
        if (!actor.hasAny(Role.ADMIN, Role.PUBLICITY, Role.OPERATOR, Role.DISPATCHER, Role.REVIEWER, Role.AUDITOR)) {
            throw Refusal.forbidden("role-never-may");
        }
    }

    /** The answers that a search wants, by code; inactive and outdated ones too. */
    List<AnswerTemplate> find(AnswerSearch search, Actor actor) {
        requireReader(actor);
        List<String> path = shelf.path(search.category());
        return shelf.all().stream()
                .filter(template -> search.kind() == null || template.kind() == search.kind())
                .filter(template ->
                        search.category() == null || template.category() == null || path.contains(template.category()))
                .filter(template -> !search.onlyUsable() || template.holdsOn(today()))
                .filter(template -> !search.onlyDue() || isDue(template))
                .filter(template -> Shelf.says(template, search.q()))
                .toList();
    }

    /** True for one that somebody has to look at: its day of review has come, or it is no longer right. */
    boolean isDue(AnswerTemplate template) {
        LocalDate review = template.reviewOn();
        LocalDate end = template.validUntil();
        return template.active()
                && (review != null && !review.isAfter(today()) || end != null && end.isBefore(today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    AnswerTemplate one(String code, Actor actor) {
        requireReader(actor);
        return kept(code);
    }

    private AnswerTemplate kept(String code) {
        return rows.all().stream()
                .filter(template -> template.code().equals(code))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    @Transactional
    public void add(AnswerTemplate template, Actor actor) {
        requireKeeper(actor);
        if (rows.all().stream().anyMatch(kept -> kept.code().equals(template.code()))) {
            throw Refusal.invalid("code", "answer-code-taken", template.code());
        }
        check(template);
        rows.insert(template, actor.id(), clock.instant());
        journal.done(actor, "template-added", null, Map.of(), facts(template));
        forgetAfterCommit();
    }

    @Transactional
    public void change(AnswerTemplate template, Actor actor) {
        requireKeeper(actor);
        AnswerTemplate before = kept(template.code());
        check(template);
        rows.update(template, actor.id(), clock.instant());
        Map<String, Object> now = facts(template);
        List<String> changed = changedWords(before, template);
        if (!changed.isEmpty()) {
            now.put("changed", changed);
        }
        journal.done(actor, "template-changed", null, facts(before), now);
        forgetAfterCommit();
    }

    private void check(AnswerTemplate template) {
        String category = template.category();
        if (category != null && organization.category(category).isEmpty()) {
            throw Refusal.invalid("category", "category-unknown");
        }
    }

    /** What changed of words that the journal does not repeat. */
    private static List<String> changedWords(AnswerTemplate before, AnswerTemplate after) {
        List<String> changed = new ArrayList<>();
        if (!before.title().equals(after.title())) {
            changed.add("title");
        }
        if (!before.text().equals(after.text())) {
            changed.add("text");
        }
        if (!Objects.equals(before.source(), after.source())) {
            changed.add("source");
        }
        return changed;
    }

    private static Map<String, Object> facts(AnswerTemplate template) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("template", template.code());
        facts.put("kind", template.kind().code());
        facts.put("active", template.active());
        add(
                facts,
                "reason",
                template.reason() == null ? null : template.reason().code());
        add(facts, "category", template.category());
        add(facts, "validUntil", template.validUntil());
        add(facts, "reviewOn", template.reviewOn());
        return facts;
    }

    private static void add(Map<String, Object> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }

    /** This node offers the new words with its next call. */
    private void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                shelf.forget();
            }
        });
    }
}
