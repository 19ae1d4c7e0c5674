using Agents.Random;

namespace Elites;

/// <summary>What a rule may ask of the moment: how long it lasts, what chance brings in it, and that an event of it be remembered.</summary>
internal readonly struct Moment(Model model, Clock clock)
{
    /// <summary>The length of a tick.</summary>
    public Clock Clock { get; } = clock;

    /// <summary>Index of the tick, from 0.</summary>
    public int Tick => model.Tick;

    /// <summary>The draws of the model itself for a purpose; the same call gives the same draws.</summary>
    public Draws Draws(Purpose purpose) => model.Draws(purpose);

    /// <summary>An agent's draws for a purpose.</summary>
    public Draws Draws(uint agent, Purpose purpose) => model.Draws(agent, purpose);

    /// <summary>Notes an event.</summary>
    public void Record(string name, string subject = "", double value = double.NaN, string details = "") => model.Record(name, subject, value, details);
}
