package cn.wenzheng.channel.open311;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The services: the lowest topics of the city's tree, each offered as an administrator has set it. A client puts the code into
 * an address as it is, so a topic whose code could not stand there is not offered.
 */
@Component
class Services {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]+");
    private static final int QUESTIONS = 30;

    private final OrganizationDesk organization;
    private final ServiceRows rows;
    private final Journal journal;
    private final Clock clock;

    Services(OrganizationDesk organization, ServiceRows rows, Journal journal, Clock clock) {
        this.organization = organization;
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
    }

    List<Service> all() {
        Map<String, ServiceRows.Row> set = rows.all();
        return organization.categories().stream()
                .filter(category ->
                        category.leaf() && CODE.matcher(category.code()).matches())
                .map(category -> service(category, set))
                .toList();
    }

    Optional<Service> find(String code) {
        return all().stream().filter(service -> service.code().equals(code)).findFirst();
    }

    private Service service(Category category, Map<String, ServiceRows.Row> set) {
        ServiceRows.Row row = set.getOrDefault(category.code(), ServiceRows.Row.usual(category.code()));
        return new Service(
                category.code(),
                category.name(),
                organization.categoryPath(category.code()),
                organization.categoryPath(category.parent()),
                category.keywords(),
                row.isPrivate(),
                row.batch(),
                row.attributes());
    }

    /** Since when the services and their questions are as they are; nobody has to tell that a topic has changed. */
    @Transactional
    public Instant changeset() {
        byte[] digest = digest(all());
        return rows.changedAt(digest).orElseGet(() -> {
            rows.changed(digest, clock.instant());
            return rows.changedAt(digest).orElseGet(clock::instant);
        });
    }

    private static byte[] digest(List<Service> services) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(services.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Sets how a topic is offered; for administrators.
     *
     * @param questions null leaves them as they are
     */
    @Transactional
    public void set(String code, boolean isPrivate, boolean batch, @Nullable List<Attribute> questions, Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("role-never-may");
        }
        Service before = find(code).orElseThrow(Refusal::notFound);
        List<Attribute> attributes = questions == null ? before.own() : questions;
        requireCodes(attributes);
        rows.put(new ServiceRows.Row(code, isPrivate, batch, attributes));
        journal.done(
                actor,
                "open311-service-set",
                null,
                facts(before.code(), before.isPrivate(), before.batch(), before.own()),
                facts(code, isPrivate, batch, attributes));
    }

    private static void requireCodes(List<Attribute> attributes) {
        Set<String> codes = new HashSet<>(Set.of(Attribute.FIXMYSTREET_ID));
        if (attributes.size() > QUESTIONS || !attributes.stream().allMatch(one -> codes.add(one.code()))) {
            throw Refusal.invalid("attributes", "open311-attributes", QUESTIONS);
        }
    }

    private static Map<String, Object> facts(
            String code, boolean isPrivate, boolean batch, List<Attribute> attributes) {
        return Map.of(
                "category",
                code,
                "private",
                isPrivate,
                "batch",
                batch,
                "attributes",
                attributes.stream().map(Attribute::code).toList());
    }
}
