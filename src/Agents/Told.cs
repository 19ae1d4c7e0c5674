namespace Agents;

/// <summary>What an exception within a rule is told: the words stand in its <see cref="Exception.Data"/> under <see cref="Key"/>.</summary>
public static class Told
{
    /// <summary>The key of the words.</summary>
    public const string Key = "agent";

    /// <summary>Where an exception came from, such as "agent 17 of 'people', tick 12, rule ChooseStance"; null where no rule was at work.</summary>
    public static string? By(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.Data[Key] as string;
    }

    /// <summary>Tells an exception whom it is about, once; never catches it, so that it can stand in a filter.</summary>
    internal static bool Of<TPopulation>(Exception exception, Agent<TPopulation> me, Type rule)
        where TPopulation : Population
    {
        exception.Data[Key] ??= $"agent {me.Id} of '{me.Population.Name}', tick {me.Population.Model.Tick}, rule {rule.Name}";
        return false;
    }
}
