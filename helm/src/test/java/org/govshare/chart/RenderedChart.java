package org.govshare.chart;

import static org.govshare.chart.Chart.at;
import static org.govshare.chart.Chart.map;
import static org.govshare.chart.Chart.maps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the chart renders to, read with a parser that refuses doubled keys. */
record RenderedChart(List<Map<String, Object>> objects) {

  static RenderedChart of(String manifests) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    List<Map<String, Object>> objects = new ArrayList<>();
    for (Object document : new Yaml(new SafeConstructor(options)).loadAll(manifests)) {
      if (document != null) {
        objects.add(map(document));
      }
    }
    return new RenderedChart(objects);
  }

  List<Map<String, Object>> ofKind(String kind) {
    return objects.stream().filter(object -> kind.equals(object.get("kind"))).toList();
  }

  /** The one object of a kind that belongs to a service of the release. */
  Map<String, Object> one(String kind, String service) {
    String name = Chart.RELEASE + "-" + service;
    List<Map<String, Object>> found =
        ofKind(kind).stream().filter(object -> name.equals(name(object))).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " objects of kind " + kind + " named " + name);
    }
    return found.get(0);
  }

  /** Deployments and StatefulSets. */
  List<Map<String, Object>> workloads() {
    return objects.stream().filter(o -> at(o, "spec", "template", "spec") != null).toList();
  }

  static String name(Map<String, Object> object) {
    return (String) at(object, "metadata", "name");
  }

  static Map<String, Object> podSpec(Map<String, Object> workload) {
    return map(at(workload, "spec", "template", "spec"));
  }

  static Map<String, Object> podLabels(Map<String, Object> workload) {
    return map(at(workload, "spec", "template", "metadata", "labels"));
  }

  static List<Map<String, Object>> containers(Map<String, Object> workload) {
    List<Map<String, Object>> all = new ArrayList<>(maps(podSpec(workload).get("containers")));
    all.addAll(maps(podSpec(workload).get("initContainers")));
    return all;
  }

  static Map<String, Object> container(Map<String, Object> workload) {
    return containers(workload).get(0);
  }
}
