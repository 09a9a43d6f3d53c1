package cn.wenzheng.channel.webhook;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Accounts;
import cn.wenzheng.channel.Outbox;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.PetitionEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells other systems what has happened to petitions, in the transaction in which it happens: either both stay or neither.
 *
 * <p>A system hears of the petitions that it has handed over itself, and of everybody's where its account's setting
 * {@code events} names the type. Others get numbers and codes; the words of the answer go only to who brought the question.
 */
@Component
class PetitionNews {

    static final String CREATED = "petition.created";
    static final String ASSIGNED = "petition.assigned";
    static final String ANSWERED = "petition.answered";
    static final String CLOSED = "petition.closed";
    static final String ESCALATED = "petition.escalated";

    private final Accounts accounts;
    private final Outbox outbox;
    private final PetitionFacts facts;
    private final ObjectMapper json;
    private final String source;

    PetitionNews(
            Accounts accounts,
            Outbox outbox,
            PetitionFacts facts,
            ObjectMapper json,
            @Value("${wenzheng.address}") String source) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.facts = facts;
        this.json = json;
        this.source = source;
    }

    /** Something that other systems hear of: its type and the codes that belong to it. */
    private record News(String type, Map<String, Object> data) {}

    @EventListener
    void tell(PetitionEvent happened) {
        News news = news(happened);
        if (news == null) {
            return;
        }
        List<Account> listening = accounts.takingPart(Channel.WEBHOOK).stream()
                .filter(account -> !account.settings().getOrDefault("url", "").isBlank())
                .toList();
        if (listening.isEmpty() || isStrangers(happened, listening, news.type())) {
            return;
        }
        PetitionFacts.Origin origin = facts.of(happened.number());
        for (Account account : listening) {
            boolean own = origin.isOf(account);
            if (own || isWanted(account, news.type())) {
                send(account, happened, news, own ? origin : null);
            }
        }
    }

    private static @Nullable News news(PetitionEvent happened) {
        if (happened instanceof PetitionEvent.Received received) {
            return new News(CREATED, Map.of("channel", received.channel().code()));
        }
        if (happened instanceof PetitionEvent.Assigned assigned) {
            return new News(ASSIGNED, Map.of("unit", assigned.lead(), "assisting", assigned.assisting()));
        }
        if (happened instanceof PetitionEvent.Reassigned again) {
            return new News(ASSIGNED, Map.of("unit", again.lead(), "from", again.from()));
        }
        if (happened instanceof PetitionEvent.Reviewed reviewed && reviewed.passed()) {
            return new News(ANSWERED, Map.of("unit", reviewed.lead()));
        }
        if (happened instanceof PetitionEvent.AnsweredAtOnce answered) {
            return new News(ANSWERED, Map.of("unit", answered.unit()));
        }
        if (happened instanceof PetitionEvent.Supervised supervised) {
            return new News(ESCALATED, Map.of("unit", supervised.unit()));
        }
        return happened instanceof PetitionEvent.Closed ? new News(CLOSED, Map.of()) : null;
    }

    /** Spares a look at the tables where a petition that nobody here has handed over comes in. */
    private static boolean isStrangers(PetitionEvent happened, List<Account> listening, String type) {
        return happened instanceof PetitionEvent.Received received
                && received.channel() != Channel.WEBHOOK
                && listening.stream().noneMatch(account -> isWanted(account, type));
    }

    private static boolean isWanted(Account account, String type) {
        return wanted(account).contains(type);
    }

    private static Set<String> wanted(Account account) {
        return Arrays.stream(account.settings().getOrDefault("events", "").split(","))
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    /** @param own where it came from, for the system that handed it over; null for all others */
    private void send(Account account, PetitionEvent happened, News news, PetitionFacts.@Nullable Origin own) {
        String key = "evt_" + happened.number() + "_" + news.type().replace("petition.", "") + "_"
                + happened.at().toEpochMilli();
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("id", key);
        event.put("source", source);
        event.put("type", news.type());
        event.put("time", happened.at().toString());
        event.put("subject", happened.number());
        event.put("data", data(happened.number(), news, own));
        String body = json.valueToTree(event).toString();
        outbox.event(account.id(), happened.number(), key, news.type(), body, happened.at());
    }

    private Map<String, Object> data(String number, News news, PetitionFacts.@Nullable Origin own) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("number", number);
        data.putAll(news.data());
        if (own != null && own.externalId() != null) {
            data.put("externalId", own.externalId());
        }
        if (own != null && news.type().equals(ANSWERED)) {
            data.put("publicAnswer", facts.publicAnswer(number));
        }
        return data;
    }
}
