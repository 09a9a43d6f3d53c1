package cn.wenzheng.process.rights;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Grants rights and ships filters once everything is built and before the port opens; again at every start. */
@Component
class RightsBootstrap implements SmartInitializingSingleton {

    private final Grants grants;
    private final TaskFilters filters;

    RightsBootstrap(Grants grants, TaskFilters filters) {
        this.grants = grants;
        this.filters = filters;
    }

    @Override
    public void afterSingletonsInstantiated() {
        grants.bootstrap();
        filters.bootstrap();
    }
}
