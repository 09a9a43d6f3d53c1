package cn.wenzheng.channel.inbox;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives a test, or a node in a program of its own, the fake platform; only where it is asked for. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("wenzheng.test.fake-platform")
public class WithFakePlatform {

    @Bean
    FakePlatform fakePlatform() {
        return new FakePlatform();
    }
}
