namespace Elites.Populations;

/// <summary>The leader's office: who holds it, for how long, and until when.</summary>
internal sealed class Office(Leader leader) : IPersistent
{
    /// <summary>The holder.</summary>
    public Leader Leader { get; } = leader;

    /// <summary>The leader's years in office.</summary>
    public double Tenure { get; set; }

    /// <summary>Whether he is gone, and with him the run.</summary>
    public bool IsOver { get; set; }

    /// <summary>Ends his rule: he is removed.</summary>
    /// <param name="moment">When.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="share">The share of force or of persons that took their side.</param>
    /// <param name="motive">What moved them, where that is known.</param>
    public void Remove(Moment moment, string by, double share, string motive) => Leave(moment, Happenings.Removal, by, share, motive);

    /// <summary>Ends his rule by another event.</summary>
    public void Leave(Moment moment, string eventName, string subject, double value, string details)
    {
        IsOver = true;
        moment.Record(eventName, subject, value, details);
    }

    public void Persist(Checkpoint state) => (Tenure, IsOver) = (state.Value(Tenure), state.Value(IsOver));
}
