namespace Agents;

/// <summary>What whole numbers can do that others cannot: sums commute, so that the order of threads cannot show.</summary>
public static class WholeNumbers
{
    extension(State<int> state)
    {
        /// <summary>
        /// Adds to the pending value of any agent, another's too. While a rule uses it, every write to that column must
        /// be an addition of this kind, the agent's own as well.
        /// </summary>
        /// <param name="row">The agent's row.</param>
        /// <param name="amount">What is added; negative to take away.</param>
        public void Add(int row, int amount) => Interlocked.Add(ref state.Next[row], amount);
    }
}
