package org.govshare.catalog.evaluation;

/**
 * What departments are measured by. Each reads a list of things, every one of them good or not; the
 * indicator is the share of the good ones, and the others are its evidence.
 */
public enum Indicator {
  /** 目录编制: business functions that published resources come from. */
  COVERAGE(
      20,
      "FUNCTION",
      """
      select owner.department_code, cast(owner.id as text), owner.name,
        exists (select from information_resource resource
          where resource.function_id = owner.id and resource.state = 'PUBLISHED')
      from business_function owner where not owner.abolished
      """),
  /** 资源共享: published resources that are shared, with or without condition. */
  SHARING(
      20,
      "RESOURCE",
      """
      select department_code, cast(id as text), name, sharing_type <> 'NOT_SHARED'
      from information_resource where state = 'PUBLISHED'
      """),
  /** 资源开放: published resources that are opened, by themselves or on request. */
  OPENNESS(
      10,
      "RESOURCE",
      """
      select department_code, cast(id as text), name, open_type <> 'CLOSED'
      from information_resource where state = 'PUBLISHED'
      """),
  /** 目录质量: published resources that score 60 or more. */
  QUALITY(
      15,
      "RESOURCE",
      """
      select resource.department_code, cast(resource.id as text), resource.name,
        quality.score >= 60
      from information_resource resource
      join resource_quality quality on quality.resource_id = resource.id
      where resource.state = 'PUBLISHED'
      """),
  /** 数据更新: published resources brought up to date within their update frequency. */
  FRESHNESS(
      15,
      "RESOURCE",
      """
      select department_code, cast(id as text), name,
        coalesce(data_updated_at, published_at) + update_period(update_frequency) >= now()
      from information_resource where state = 'PUBLISHED'
      """),
  /** 申请答复: requests answered within their time limit. */
  ANSWERS(
      15,
      "REQUEST",
      """
      select department, cast(object_id as text), title,
        due_at >= coalesce(stopped_at, now())
      from deadline_clock
      where step = 'REQUEST_DECISION' and department is not null
        and due_at >= ?2 and due_at < ?3
        and (state = 'STOPPED' or (state = 'RUNNING' and due_at < now()))
      """),
  /** 数据校核: objections to values answered within their time limit. */
  CORRECTIONS(
      5,
      "OBJECTION",
      """
      select department, cast(object_id as text), title,
        due_at >= coalesce(stopped_at, now())
      from deadline_clock
      where step = 'VALUE_OBJECTION' and department is not null
        and due_at >= ?2 and due_at < ?3
        and (state = 'STOPPED' or (state = 'RUNNING' and due_at < now()))
      """);

  private final int weight;
  private final String objectKind;
  private final String things;

  Indicator(int weight, String objectKind, String things) {
    this.weight = weight;
    this.objectKind = objectKind;
    this.things = things;
  }

  /** How much it counts unless the evaluation says otherwise. */
  int weight() {
    return weight;
  }

  /** Whether it looks at one period only; the others look at the present state. */
  boolean periodic() {
    return things.contains("?2");
  }

  /**
   * Statement that keeps what is found, in the evaluation {@code ?1}, from {@code ?2} to {@code
   * ?3}.
   */
  String statement() {
    return """
    with thing (department, object_id, title, good) as (%s),
    found as (
      insert into evaluation_evidence
        (evaluation_id, department, indicator, object_kind, object_id, title)
      select cast(?1 as uuid), department, '%s', '%s', object_id, title
      from thing where not good order by department, title, object_id
    )
    insert into evaluation_result (evaluation_id, department, indicator, part, whole)
    select cast(?1 as uuid), department.code, '%s',
      count(*) filter (where thing.good), count(thing.object_id)
    from department left join thing on thing.department = department.code
    group by department.code
    """
        .formatted(things, name(), objectKind, name());
  }
}
