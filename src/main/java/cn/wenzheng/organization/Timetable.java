package cn.wenzheng.organization;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets the house look by itself for what the clock has brought. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Timetable {}
