package cn.wenzheng.demo.simulator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * A part of the simulated platforms: there in the demo city, and nowhere else. It has a name of its own, because the adapters
 * call the same things by the same words.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
@Profile("demo")
@interface Simulated {

    @AliasFor(annotation = Component.class)
    String value();
}
