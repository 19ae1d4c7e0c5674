using Agents;

namespace Torture;

#pragma warning disable CS1591 // named by what they hold

/// <summary>Divides by nothing, looks up what is not there, and more, for some agents.</summary>
[MustVectorise]
internal readonly partial struct ThrowsAtALookUp(int[] table) : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        me.Float += 1;
        me.Byte++;
        if (me.Bool)
            me.Int = me.OtherInt / me.Int;
        me.OtherFloat = table[me.Tally & 31];
    }
}

[MustVectorise]
internal readonly partial struct ThrowsInABranch(Everything people) : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        me.Float += 1;
        me.Byte++;
        if (me.Mood > 0.5f)
        {
            if (me.Tally == 7)
                throw new InvalidOperationException($"Agent {me.Id} has seven.");
            people.Left[me.Row] = 2;
        }
        me.Next.Weight = me.Float;
    }
}
