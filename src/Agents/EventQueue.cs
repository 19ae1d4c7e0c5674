using Agents.Random;

namespace Agents;

/// <summary>A scheduled event, by which it can be cancelled; the default is none. It can stand in a column.</summary>
/// <param name="Number">Its place in the order of scheduling, from 1.</param>
/// <param name="Slot">Where the queue keeps track of it.</param>
public readonly record struct EventTicket(long Number, int Slot);

/// <summary>
/// Events in real-valued time, in a binary heap (the future event list of discrete-event simulation): what comes first is taken
/// first; of equal times what has the higher priority, then what was scheduled earlier. It mixes with ticks: tick t is the time
/// from t to t + 1, and a model takes the events of a tick wherever they belong in its <see cref="Model.Step"/>. A model may have
/// several queues.
/// </summary>
/// <remarks>
/// Agents are named by their ids, so that births and deaths need no care. Draws of an event are keyed by the number of its
/// activation, counted over the whole model as in a random-sequential regime; what is drawn for in events wants a purpose that no
/// rule keyed by ticks has. One thread at a time schedules, cancels and takes. After a while nothing is allocated.
/// </remarks>
/// <typeparam name="TEvent">What happens, as plain values: an enumeration, or a small struct of one and what comes with it.</typeparam>
/// <example><code>
/// while (agenda.TryNext(Tick + 1, out var now))
/// {
///     switch (now.What)
///     {
///         case Kind.Visit: Visit(now.AgentOf(people)); break;
///         case Kind.Election: Vote(); break;
///     }
/// }
/// </code></example>
#pragma warning disable CA1711 // an event queue is what the field calls it
public sealed class EventQueue<TEvent> : IPersistent
#pragma warning restore CA1711
    where TEvent : unmanaged
{
    private const int Nothing = -1;

    private readonly Model model;
    private Notice[] heap = new Notice[16];

    // Of a slot in use the place of its notice in the heap, of a free one the next free slot.
    private int[] slots = new int[16];
    private int free = Nothing;
    private int used;
    private long scheduled;

    /// <summary>Makes an empty queue at time 0.</summary>
    /// <param name="model">The model whose draws the events take.</param>
    public EventQueue(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        this.model = model;
    }

    /// <summary>The present time: of the event that was taken last, or the end that <see cref="TryNext"/> has reached.</summary>
    public double Now { get; private set; }

    /// <summary>Number of events that are scheduled.</summary>
    public int Count { get; private set; }

    /// <summary>The time of the first event; infinite where there is none.</summary>
    public double NextTime => Count > 0 ? heap[0].Time : double.PositiveInfinity;

    /// <summary>Schedules an event of the model itself.</summary>
    /// <inheritdoc cref="Schedule(double, uint, TEvent, int)"/>
    public EventTicket Schedule(double time, TEvent what, int priority = 0) => Schedule(time, Model.ModelId, what, priority);

    /// <summary>Schedules an event of an agent.</summary>
    /// <param name="time">When it happens, in ticks: a finite number, <see cref="Now"/> or later.</param>
    /// <param name="agent">The agent's id, not its row; the event takes its draws.</param>
    /// <param name="what">What happens.</param>
    /// <param name="priority">Of events of one time the highest comes first.</param>
    /// <returns>What cancels it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is past or not finite.</exception>
    /// <exception cref="InvalidOperationException">It is called by a rule that runs on several threads: their order would show.</exception>
    public EventTicket Schedule(double time, uint agent, TEvent what, int priority = 0)
    {
        if (!(time >= Now && double.IsFinite(time)))
            throw new ArgumentOutOfRangeException(nameof(time), time, $"An event is scheduled at a finite time that is not past; it is {Now}.");
        RequireOneThread();
        if (Count == heap.Length)
            Array.Resize(ref heap, 2 * heap.Length);
        var slot = TakeSlot();
        var notice = new Notice(time, priority, ++scheduled, slot, agent, what);
        Rise(Count++, notice);
        return new EventTicket(notice.Number, slot);
    }

    /// <summary>Takes an event off the queue.</summary>
    /// <returns>False where it is not on the queue any more, because it has happened or was cancelled.</returns>
    /// <exception cref="InvalidOperationException">It is called by a rule that runs on several threads.</exception>
    public bool Cancel(EventTicket ticket)
    {
        RequireOneThread();
        if (!IsScheduled(ticket))
            return false;
        RemoveAt(slots[ticket.Slot]);
        return true;
    }

    /// <summary>True while an event is on the queue.</summary>
    public bool IsScheduled(EventTicket ticket)
    {
        if (ticket.Number <= 0 || (uint)ticket.Slot >= (uint)used)
            return false;
        var place = slots[ticket.Slot];
        return (uint)place < (uint)Count && heap[place].Number == ticket.Number && heap[place].Slot == ticket.Slot;
    }

    /// <summary>
    /// Takes the next event that happens before an end, and goes on to its time; where there is none, goes on to the end. What is
    /// scheduled meanwhile is taken when its turn comes.
    /// </summary>
    /// <param name="end">The first time that does not count any more, such as <c>Tick + 1</c>; <see cref="Now"/> or later.</param>
    /// <param name="now">What happens.</param>
    /// <returns>False at the end.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The end is past or not a number.</exception>
    /// <exception cref="InvalidOperationException">It is called by a rule that runs on several threads.</exception>
    public bool TryNext(double end, out Occurrence<TEvent> now)
    {
        if (!(end >= Now))
            throw new ArgumentOutOfRangeException(nameof(end), end, $"Time does not go back; it is {Now}.");
        RequireOneThread();
        if (Count == 0 || heap[0].Time >= end)
        {
            (Now, now) = (end, default);
            return false;
        }
        var notice = heap[0];
        RemoveAt(0);
        Now = notice.Time;
        now = new Occurrence<TEvent>(model, notice.Time, notice.What, notice.Agent, model.NewActivation());
        return true;
    }

    void IPersistent.Persist(Checkpoint state)
    {
        (heap, slots) = (state.Array(heap), state.Array(slots));
        (free, used, Count) = (state.Value(free), state.Value(used), state.Value(Count));
        (scheduled, Now) = (state.Value(scheduled), state.Value(Now));
    }

    private void RequireOneThread()
    {
        if (model.Workers is { IsBusy: true })
            throw new InvalidOperationException("An event queue is used by a rule that runs on several threads; use it in Step, or in a sequential regime.");
    }

    private int TakeSlot()
    {
        if (free == Nothing)
        {
            if (used == slots.Length)
                Array.Resize(ref slots, 2 * slots.Length);
            return used++;
        }
        var slot = free;
        free = slots[slot];
        return slot;
    }

    private void RemoveAt(int place)
    {
        var slot = heap[place].Slot;
        var last = heap[--Count];
        if (place < Count)
        {
            if (place > 0 && last.IsBefore(heap[(place - 1) / 2]))
                Rise(place, last);
            else
                Sink(place, last);
        }
        heap[Count] = default;
        (slots[slot], free) = (free, slot);
    }

    private void Rise(int place, in Notice notice)
    {
        while (place > 0 && notice.IsBefore(heap[(place - 1) / 2]))
        {
            Put(place, heap[(place - 1) / 2]);
            place = (place - 1) / 2;
        }
        Put(place, notice);
    }

    private void Sink(int place, in Notice notice)
    {
        for (var child = 2 * place + 1; child < Count; child = 2 * place + 1)
        {
            if (child + 1 < Count && heap[child + 1].IsBefore(heap[child]))
                child++;
            if (!heap[child].IsBefore(notice))
                break;
            Put(place, heap[child]);
            place = child;
        }
        Put(place, notice);
    }

    private void Put(int place, in Notice notice)
    {
        heap[place] = notice;
        slots[notice.Slot] = place;
    }

    private readonly record struct Notice(double Time, int Priority, long Number, int Slot, uint Agent, TEvent What)
    {
        public bool IsBefore(in Notice other)
        {
            if (Time != other.Time)
                return Time < other.Time;
            return Priority != other.Priority ? Priority > other.Priority : Number < other.Number;
        }
    }
}

/// <summary>An event that happens now.</summary>
public readonly struct Occurrence<TEvent>
    where TEvent : unmanaged
{
    private readonly Model model;

    internal Occurrence(Model model, double time, TEvent what, uint agent, uint moment) =>
        (this.model, Time, What, Agent, Moment) = (model, time, what, agent, moment);

    /// <summary>When it happens.</summary>
    public double Time { get; }

    /// <summary>What happens.</summary>
    public TEvent What { get; }

    /// <summary>The id of the agent to whom it happens, or <see cref="Model.ModelId"/>.</summary>
    public uint Agent { get; }

    /// <summary>The number of the activation: the second counter word of its draws.</summary>
    public uint Moment { get; }

    /// <summary>The agent's draws, or the model's own, for a purpose at this activation. Take them once.</summary>
    public Draws Draws(Purpose purpose) => new(model.Seed, Agent, Moment, purpose);

    /// <summary>True when the agent is of a population and lives.</summary>
    public bool IsOf(Population population)
    {
        ArgumentNullException.ThrowIfNull(population);
        return population.RowOf(Agent) >= 0;
    }

    /// <summary>
    /// The agent as a rule sees it, with draws of this activation. What it writes is visible at once in a population of a
    /// sequential regime, and at the next commit in a synchronous one.
    /// </summary>
    /// <exception cref="InvalidOperationException">No living agent of the population has the id: ask <see cref="IsOf"/> first.</exception>
    public Agent<TPopulation> AgentOf<TPopulation>(TPopulation population)
        where TPopulation : Population
    {
        ArgumentNullException.ThrowIfNull(population);
        return population.RowOf(Agent) is >= 0 and var row
            ? new Agent<TPopulation>(population, row, Moment)
            : throw new InvalidOperationException($"Agent {Agent} is not of '{population.Name}', or has died: ask IsOf first.");
    }
}
