package cn.wenzheng.process.identity;

import cn.wenzheng.organization.OrganizationDesk;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.stereotype.Component;

/** Gives the engine the city's people instead of users of its own; read-only, so nobody can add one in the webapps. */
@Component
public class CityIdentity implements SessionFactory {

    private final CityPeople people;

    CityIdentity(OrganizationDesk organization) {
        this.people = new CityPeople(organization);
    }

    @Override
    public Class<?> getSessionType() {
        return ReadOnlyIdentityProvider.class;
    }

    @Override
    public Session openSession() {
        return new CityIdentityProvider(people);
    }
}
