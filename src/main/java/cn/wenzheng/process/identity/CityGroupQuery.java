package cn.wenzheng.process.identity;

import cn.wenzheng.process.Groups;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/** Finds groups: roles, units' people, units' heads, everybody. */
final class CityGroupQuery extends GroupQueryImpl {

    private static final long serialVersionUID = 1L;

    private final transient CityPeople people;

    CityGroupQuery(CommandExecutor executor, CityPeople people) {
        super(executor);
        this.people = people;
    }

    @Override
    public long executeCount(CommandContext context) {
        return found().count();
    }

    @Override
    public List<Group> executeList(CommandContext context, Page page) {
        return Matching.cut(found(), this);
    }

    private Stream<Group> found() {
        List<String> ofUser = getUserId() == null
                ? List.of()
                : people.person(getUserId()).map(Groups::of).orElse(List.of());
        return people.groups()
                .filter(group -> getUserId() == null || ofUser.contains(group.getId()))
                .filter(this::matches);
    }

    private boolean matches(Group group) {
        return Matching.is(getId(), group.getId())
                && Matching.in(getIds(), group.getId())
                && Matching.is(getName(), group.getName())
                && Matching.like(getNameLike(), group.getName())
                && Matching.is(getType(), group.getType())
                && getTenantId() == null;
    }
}
