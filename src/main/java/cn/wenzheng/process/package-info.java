/** Speaks to Camunda, alone in the house: models' beans and listeners, engine configuration, the webapps' server side. */
@NullMarked
@ApplicationModule
package cn.wenzheng.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
