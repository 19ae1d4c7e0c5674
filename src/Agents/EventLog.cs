namespace Agents;

/// <summary>Something that happened in a run.</summary>
/// <param name="Tick">The step during which it happened: the row of ticks that first shows it.</param>
/// <param name="Sequence">Order within the run, from 1.</param>
/// <param name="Name">One of <see cref="ModelDefinition.Events"/>.</param>
/// <param name="Subject">Who or what it happened to.</param>
/// <param name="Value">Its size in the unit that the event's meaning gives; NaN for none.</param>
/// <param name="Details">Further words, or empty.</param>
public readonly record struct Event(int Tick, int Sequence, string Name, string Subject, double Value, string Details);

/// <summary>The events of one run, in order. A rule that runs on several threads must not write to it.</summary>
public sealed class EventLog : IPersistent
{
    private readonly List<Event> events = [];

    /// <summary>All events so far.</summary>
    public IReadOnlyList<Event> All => events;

    void IPersistent.Persist(Checkpoint state) => state.List(events, happening => new Event(
        state.Value(happening.Tick),
        state.Value(happening.Sequence),
        state.Text(happening.Name),
        state.Text(happening.Subject),
        state.Value(happening.Value),
        state.Text(happening.Details)));

    internal void Add(int tick, string name, string subject, double value, string details) =>
        events.Add(new Event(tick, events.Count + 1, name, subject, value, details));
}
