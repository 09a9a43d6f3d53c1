package cn.wenzheng.process;

import cn.wenzheng.WithDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;

/** The real engine on real models, every desk behind it played; jobs run only when a test fires them by name. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest
@WithDatabase
@Import({PlayedRooms.class, TalkingEngine.class})
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
@interface ProcessTest {}
