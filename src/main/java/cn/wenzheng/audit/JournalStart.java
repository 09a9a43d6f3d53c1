package cn.wenzheng.audit;

import cn.wenzheng.access.Phrase;
import cn.wenzheng.access.StartBlock;
import cn.wenzheng.access.StartBlock.Figure;
import cn.wenzheng.access.StartBlock.Item;
import cn.wenzheng.access.StartBlock.Tone;
import cn.wenzheng.access.StartBlock.Total;
import cn.wenzheng.access.StartBlocks;
import cn.wenzheng.access.Window;
import cn.wenzheng.audit.JournalGlance.Question;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What an auditor looks at first: what was refused, what went in and out in files, whose contact was shown. */
@Component
class JournalStart implements StartBlocks {

    private final JournalGlance journal;
    private final TrailWords words;
    private final Clock clock;

    JournalStart(JournalGlance journal, TrailWords words, Clock clock) {
        this.journal = journal;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public List<Offer> of(Actor actor) {
        return actor.has(Role.AUDITOR)
                ? List.of(offer(Question.ATTEMPTS, 20), offer(Question.CONTACTS, 25), offer(Question.FILES, 30))
                : List.of();
    }

    private Offer offer(Question question, int rank) {
        String key = question.name().toLowerCase(Locale.ROOT);
        return new Offer(key, rank, 1, window -> block(question, key, window));
    }

    private StartBlock block(Question question, String key, Window window) {
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        JournalGlance.Glance glance =
                journal.since(yesterday.atStartOfDay(clock.getZone()).toInstant(), question, window);
        Total total = new Total(glance.total(), StartBlocks.listOf(key));
        return StartBlock.work(
                glance.entries().stream().map(this::item).toList(),
                total,
                new Figure(key, total.count(), total.address(), question == Question.ATTEMPTS ? Tone.NEAR : Tone.OPEN));
    }

    private Item item(AuditEntry entry) {
        Trail.Line line = words.line(entry, LocaleContextHolder.getLocale());
        String petition = entry.petition();
        String about = line.reason() == null ? petition : line.reason();
        return Item.at(
                entry.outcome() == Outcome.REFUSED
                        ? Phrase.of("page.start.attempt", line.what())
                        : Phrase.verbatim(line.what()),
                petition == null ? "/audit" : "/audit?number=" + petition,
                entry.at(),
                who(entry.actor()),
                Phrase.verbatim(about == null ? "" : about));
    }

    /** By the account: names would be asked for one by one. */
    private static Phrase who(String actor) {
        return List.of("citizen", "system").contains(actor) ? Phrase.of("page.actor." + actor) : Phrase.verbatim(actor);
    }
}
