package cn.wenzheng.process.identity;

import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Person;
import cn.wenzheng.organization.Role;
import cn.wenzheng.organization.Unit;
import cn.wenzheng.process.Groups;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/** The city's people and groups in the engine's form. */
final class CityPeople {

    private static final String TYPE = "WORKFLOW";

    private final OrganizationDesk organization;

    CityPeople(OrganizationDesk organization) {
        this.organization = organization;
    }

    Optional<Person> person(String id) {
        return organization.person(id).filter(Person::active);
    }

    Stream<Person> people() {
        return organization.people().stream();
    }

    Stream<Group> groups() {
        Stream<Group> roles = Stream.of(Role.values()).map(role -> group(role.code(), role.zh()));
        Stream<Group> all = Stream.of(group(Groups.STAFF, "全体工作人员"), group(Groups.ENGINE_ADMIN, Role.ADMIN.zh()));
        Stream<Group> ofUnits = organization.units().stream().flatMap(CityPeople::groupsOf);
        return Stream.of(roles, all, ofUnits).flatMap(groups -> groups);
    }

    private static Stream<Group> groupsOf(Unit unit) {
        return Stream.of(
                group(Groups.ofUnit(unit.code()), unit.name()),
                group(Groups.ofHead(unit.code()), unit.name() + Role.HEAD.zh()));
    }

    private static Group group(String id, String name) {
        GroupEntity group = new GroupEntity(id);
        group.setName(name);
        group.setType(TYPE);
        return group;
    }

    static User user(Person person) {
        UserEntity user = new UserEntity(person.id());
        user.setFirstName(person.name());
        user.setLastName("");
        return user;
    }
}
