package cn.wenzheng.process.rights;

import cn.wenzheng.access.OneNodeAtATime;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Grants rights and ships filters once everything is built and before the port opens; again at every start. */
@Component
class RightsBootstrap implements SmartInitializingSingleton {

    private final Grants grants;
    private final TaskFilters filters;
    private final OneNodeAtATime turn;

    RightsBootstrap(Grants grants, TaskFilters filters, OneNodeAtATime turn) {
        this.grants = grants;
        this.filters = filters;
        this.turn = turn;
    }

    @Override
    public void afterSingletonsInstantiated() {
        turn.run("rights", () -> {
            grants.bootstrap();
            filters.bootstrap();
        });
    }
}
