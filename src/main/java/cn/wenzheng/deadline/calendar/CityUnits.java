package cn.wenzheng.deadline.calendar;

import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The open units; a closed one works by the city's calendar. */
@Component
class CityUnits implements UnitTree {

    private final OrganizationDesk organization;

    CityUnits(OrganizationDesk organization) {
        this.organization = organization;
    }

    @Override
    public boolean has(String unit) {
        return organization.unit(unit).isPresent();
    }

    @Override
    public @Nullable String above(String unit) {
        return organization.unit(unit).map(Unit::parent).orElse(null);
    }
}
