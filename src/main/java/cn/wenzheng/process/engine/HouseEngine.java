package cn.wenzheng.process.engine;

import cn.wenzheng.process.identity.CityIdentity;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Fits the engine into the house: its people, clock, beans, plain refusals, and a history without forms. */
@Component
class HouseEngine extends AbstractProcessEnginePlugin {

    private final CityIdentity identity;
    private final Clock clock;
    private final ApplicationContext beans;

    HouseEngine(CityIdentity identity, Clock clock, ApplicationContext beans) {
        this.identity = identity;
        this.clock = clock;
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomHistoryLevels(List.of(new HistoryWithoutForms()));
        configuration.setIdentityProviderSessionFactory(identity);
        configuration.setExpressionManager(new BeansOfModels(beans));
        configuration.setCustomPreCommandInterceptorsTxRequired(
                withOurs(configuration.getCustomPreCommandInterceptorsTxRequired()));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                withOurs(configuration.getCustomPreCommandInterceptorsTxRequiresNew()));
    }

    private List<CommandInterceptor> withOurs(@Nullable List<CommandInterceptor> present) {
        List<CommandInterceptor> all = new ArrayList<>(List.of(new ClockFollower(clock), new PlainRefusals()));
        if (present != null) {
            all.addAll(present);
        }
        return all;
    }
}
