namespace Elites.Populations;

/// <summary>The leader's office: who holds it, for how long, and until when.</summary>
internal sealed class Office(Leader leader) : IPersistent
{
    /// <summary>The row of nobody.</summary>
    public const int Nobody = -1;

    /// <summary>The holder.</summary>
    public Leader Leader { get; } = leader;

    /// <summary>The leader's years in office.</summary>
    public double Tenure { get; set; }

    /// <summary>The holder's number: 1 for the leader of the start.</summary>
    public int Number { get; set; } = 1;

    /// <summary>Whether he is gone, and nobody has come after him.</summary>
    public bool IsVacant { get; set; }

    /// <summary>The event by which he left; empty while he is in office.</summary>
    public string Exit { get; set; } = "";

    /// <summary>The subject of that event: who brought it about or who follows.</summary>
    public string By { get; set; } = "";

    /// <summary>The details of that event.</summary>
    public string Details { get; set; } = "";

    /// <summary>The row of the elite that stands for the plot which removed him, or <see cref="Nobody"/>.</summary>
    public int Founder { get; set; } = Nobody;

    /// <summary>Ends his rule: he is removed.</summary>
    /// <param name="moment">When.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="share">The share of force or of persons that took their side.</param>
    /// <param name="motive">What moved them, where that is known.</param>
    /// <param name="founder">The row of the elite that stands for the plot, where a plot did it.</param>
    public void Remove(Moment moment, string by, double share, string motive, int founder = Nobody)
    {
        if (!IsVacant)
            Founder = founder;
        Leave(moment, Happenings.Removal, by, share, motive);
    }

    /// <summary>Ends his rule by another event. Who is gone already cannot leave again.</summary>
    public void Leave(Moment moment, string eventName, string subject, double value, string details)
    {
        if (IsVacant)
            return;
        (IsVacant, Exit, By, Details) = (true, eventName, subject, details);
        moment.Record(eventName, subject, value, details);
    }

    /// <summary>A successor takes it.</summary>
    public void Fill()
    {
        (Tenure, IsVacant, Founder) = (0, false, Nobody);
        (Exit, By, Details) = ("", "", "");
        Number++;
    }

    public void Persist(Checkpoint state)
    {
        (Tenure, Number, IsVacant, Founder) = (state.Value(Tenure), state.Value(Number), state.Value(IsVacant), state.Value(Founder));
        (Exit, By, Details) = (state.Text(Exit), state.Text(By), state.Text(Details));
    }
}
