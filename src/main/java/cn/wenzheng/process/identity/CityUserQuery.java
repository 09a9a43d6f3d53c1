package cn.wenzheng.process.identity;

import cn.wenzheng.organization.Person;
import cn.wenzheng.process.Groups;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/** Finds people of the city; nobody belongs to a tenant. */
final class CityUserQuery extends UserQueryImpl {

    private static final long serialVersionUID = 1L;

    private final transient CityPeople people;

    CityUserQuery(CommandExecutor executor, CityPeople people) {
        super(executor);
        this.people = people;
    }

    @Override
    public long executeCount(CommandContext context) {
        return found().count();
    }

    @Override
    public List<User> executeList(CommandContext context, Page page) {
        return Matching.cut(found().map(CityPeople::user), this);
    }

    private Stream<Person> found() {
        Stream<Person> candidates = getId() == null ? people.people() : people.person(getId()).stream();
        return candidates.filter(this::matches);
    }

    private boolean matches(Person person) {
        return Matching.in(getIds(), person.id())
                && Matching.is(getFirstName(), person.name())
                && Matching.like(getFirstNameLike(), person.name())
                && Matching.is(getLastName(), "")
                && Matching.like(getLastNameLike(), "")
                && Matching.is(getEmail(), null)
                && Matching.like(getEmailLike(), null)
                && getTenantId() == null
                && (getGroupId() == null || Groups.of(person).contains(getGroupId()));
    }
}
