package cn.wenzheng;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Lets the program start as a demo city or as a real one, never as both and never as neither. */
final class OneProfile implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        boolean production = environment.acceptsProfiles(Profiles.of("production"));
        if (demo == production) {
            throw new StartRefused(
                    "运行方式必须是 demo 或 production 之一，现在的配置是“"
                            + String.join(",", environment.getActiveProfiles())
                            + "”。 The profile must be either demo or production; configured is \""
                            + String.join(",", environment.getActiveProfiles()) + "\".",
                    "请将 SPRING_PROFILES_ACTIVE 设为 demo 或 production。 Set SPRING_PROFILES_ACTIVE to one of them.");
        }
    }
}
