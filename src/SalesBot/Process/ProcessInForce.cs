using SalesBot.Conversation;

namespace SalesBot.Process;

internal static class ProcessInForce
{
    extension(Act act)
    {
        /// <summary>The sales process as it holds for this act.</summary>
        public SalesProcess Process => SalesProcess.In(act.Definitions);
    }
}
