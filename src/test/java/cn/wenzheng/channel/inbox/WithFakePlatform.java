package cn.wenzheng.channel.inbox;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives a test, or a node in a program of its own, the fake platform; only where it is asked for. */
@TestConfiguration(proxyBeanMethods = false)
@ConditionalOnProperty("wenzheng.test.fake-platform")
public class WithFakePlatform {

    @Bean
    FakePlatform fakePlatform() {
        return new FakePlatform();
    }
}
